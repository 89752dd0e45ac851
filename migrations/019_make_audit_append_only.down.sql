DROP INDEX idx_audit_logs_hospital;
ALTER TABLE audit_logs DROP COLUMN hospital_id;
DROP TRIGGER audit_logs_append_only ON audit_logs;
DROP FUNCTION refuse_audit_change();
