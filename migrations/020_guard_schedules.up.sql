-- Rules and shift instances are immutable once stored, and those of PRODUCTION and ARCHIVED versions take no newcomers.
-- A version's state moves forward only. Statement triggers on the new rows keep bulk writes cheap.
CREATE FUNCTION refuse_schedule_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is immutable once stored: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

CREATE FUNCTION refuse_unless_staging() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Waits for a promotion under way, and makes later ones wait for us: a check alone could pass just before it commits.
    PERFORM 1 FROM schedule_versions v WHERE v.id IN (SELECT DISTINCT n.schedule_version_id FROM added n)
        FOR NO KEY UPDATE;
    IF EXISTS (
        SELECT 1 FROM schedule_versions v
        WHERE v.status <> 'STAGING' AND v.id IN (SELECT DISTINCT n.schedule_version_id FROM added n)
    ) THEN
        RAISE EXCEPTION '% of a version that is not STAGING cannot be added', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION refuse_state_backwards() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.status, NEW.status) NOT IN (
        ('STAGING', 'STAGING'), ('STAGING', 'PRODUCTION'), ('STAGING', 'ARCHIVED'),
        ('PRODUCTION', 'PRODUCTION'), ('PRODUCTION', 'ARCHIVED'), ('ARCHIVED', 'ARCHIVED')
    ) THEN
        RAISE EXCEPTION 'a schedule version cannot go from % to %', OLD.status, NEW.status
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER shift_instances_immutable BEFORE UPDATE OR DELETE ON shift_instances
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_schedule_change();
CREATE TRIGGER coverage_rules_immutable BEFORE UPDATE OR DELETE ON coverage_rules
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_schedule_change();
CREATE TRIGGER shift_instances_staging_only AFTER INSERT ON shift_instances
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_unless_staging();
CREATE TRIGGER coverage_rules_staging_only AFTER INSERT ON coverage_rules
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_unless_staging();
CREATE TRIGGER schedule_versions_forward BEFORE UPDATE OF status ON schedule_versions
    FOR EACH ROW EXECUTE FUNCTION refuse_state_backwards();
