DROP INDEX idx_assignments_roster_entry;
ALTER TABLE assignments DROP COLUMN roster_entry_id;
DROP TABLE roster_entries;
