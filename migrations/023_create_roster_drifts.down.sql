ALTER TABLE department_settings DROP COLUMN amion_pull_minutes;
DROP TABLE roster_drifts;
