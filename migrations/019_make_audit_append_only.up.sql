-- Evidence that can be changed is none: the audit log is written once, also for whoever owns the database role.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit_logs is append-only: % is refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER audit_logs_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_logs
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
ALTER TABLE audit_logs ENABLE ALWAYS TRIGGER audit_logs_append_only;

-- The department that a change belongs to, where it belongs to one.
ALTER TABLE audit_logs ADD COLUMN hospital_id UUID;
CREATE INDEX idx_audit_logs_hospital ON audit_logs(hospital_id, timestamp DESC);
