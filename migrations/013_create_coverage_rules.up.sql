-- One row for each study that a sheet of the matrix lists, with the cell that says so. A rule group is what one shift type
-- reads of one study type at one hospital in one window; a shift instance is a rule group on a date.
CREATE TABLE rule_groups (
    id UUID PRIMARY KEY,
    schedule_version_id UUID NOT NULL REFERENCES schedule_versions(id)
);

CREATE INDEX idx_rule_groups_schedule_version ON rule_groups(schedule_version_id);

CREATE TABLE coverage_rules (
    id UUID PRIMARY KEY,
    schedule_version_id UUID NOT NULL REFERENCES schedule_versions(id),
    -- NULL where no shift instance follows: an effective position, a sheet of scenario BODY, a row without a mark.
    rule_group_id UUID REFERENCES rule_groups(id),
    scrape_batch_id UUID NOT NULL REFERENCES scrape_batches(id),
    sheet VARCHAR(255) NOT NULL,
    -- Place in the workbook; the earlier sheet wins a tie of windows.
    sheet_index INTEGER NOT NULL,
    cell VARCHAR(20) NOT NULL,
    category VARCHAR(50) NOT NULL CHECK (category IN ('DAY', 'MID', 'ON')),
    day_type VARCHAR(50) CHECK (day_type IN ('WEEKDAY', 'WEEKEND')),
    scenario VARCHAR(50) CHECK (scenario IN ('BODY', 'NEURO')),
    start_time TIME NOT NULL,
    end_time TIME NOT NULL,
    hospital_id UUID NOT NULL REFERENCES hospitals(id),
    study VARCHAR(255) NOT NULL,
    label VARCHAR(255) NOT NULL,
    study_type VARCHAR(50) NOT NULL CHECK (study_type IN ('GENERAL', 'BODY', 'NEURO')),
    -- NULL: the row is listed and has no mark.
    position VARCHAR(50)
        CHECK (position IN ('DAY', 'MidC', 'MidL', 'Mid3', 'ON1', 'ON2', 'Mid Body', 'Mid Neuro', 'ON Body', 'ON Neuro'))
);

CREATE INDEX idx_coverage_rules_schedule_version ON coverage_rules(schedule_version_id);
CREATE INDEX idx_coverage_rules_rule_group ON coverage_rules(rule_group_id);

-- Where an instance comes from: its rule group (matrix), or its sheet and row (flat list).
ALTER TABLE shift_instances
    ADD COLUMN rule_group_id UUID REFERENCES rule_groups(id),
    ADD COLUMN scrape_batch_id UUID REFERENCES scrape_batches(id),
    ADD COLUMN source_sheet VARCHAR(255),
    ADD COLUMN source_row INTEGER;

CREATE INDEX idx_shift_instances_version_date ON shift_instances(schedule_version_id, schedule_date);
