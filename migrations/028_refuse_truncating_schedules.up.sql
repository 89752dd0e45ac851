-- TRUNCATE passes triggers on UPDATE and DELETE by: it too would empty the rules and shift instances of versions in force and of
-- archived ones, which are evidence of who was on call. Also by way of a table that they hang on (TRUNCATE … CASCADE).
CREATE TRIGGER shift_instances_kept BEFORE TRUNCATE ON shift_instances
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_schedule_change();
CREATE TRIGGER coverage_rules_kept BEFORE TRUNCATE ON coverage_rules
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_schedule_change();
