DROP INDEX idx_shift_instances_version_date;
ALTER TABLE shift_instances
    DROP COLUMN rule_group_id,
    DROP COLUMN scrape_batch_id,
    DROP COLUMN source_sheet,
    DROP COLUMN source_row;
DROP TABLE coverage_rules;
DROP TABLE rule_groups;
