DROP TABLE department_members;
DROP INDEX idx_persons_amion_id;
ALTER TABLE persons
    DROP COLUMN amion_id,
    DROP COLUMN phone,
    DROP COLUMN pager;
