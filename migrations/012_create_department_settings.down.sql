DROP TABLE shift_mappings;
DROP TABLE department_settings;
ALTER TABLE hospitals DROP COLUMN time_zone;
