DROP TRIGGER coverage_rules_kept ON coverage_rules;
DROP TRIGGER shift_instances_kept ON shift_instances;
