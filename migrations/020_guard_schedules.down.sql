DROP TRIGGER schedule_versions_forward ON schedule_versions;
DROP TRIGGER coverage_rules_staging_only ON coverage_rules;
DROP TRIGGER shift_instances_staging_only ON shift_instances;
DROP TRIGGER coverage_rules_immutable ON coverage_rules;
DROP TRIGGER shift_instances_immutable ON shift_instances;
DROP FUNCTION refuse_state_backwards();
DROP FUNCTION refuse_unless_staging();
DROP FUNCTION refuse_schedule_change();
