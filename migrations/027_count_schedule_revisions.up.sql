-- Answers to "who reads this now?" are kept in memory by every process. One indexed query tells whether they still hold: each
-- change of what they are made of counts here, in its own transaction. A time of change would not do: the later of two
-- transactions may commit first. Topics are a department's id, 'people' and 'settings'.
CREATE TABLE schedule_revisions (
    topic VARCHAR(64) PRIMARY KEY,
    revision BIGINT NOT NULL
);

CREATE FUNCTION count_topic_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM changed) THEN
        INSERT INTO schedule_revisions AS r (topic, revision) VALUES (TG_ARGV[0], 1)
            ON CONFLICT (topic) DO UPDATE SET revision = r.revision + 1;
    END IF;
    RETURN NULL;
END
$$;

-- What is still STAGING answers nobody.
CREATE FUNCTION count_roster_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO schedule_revisions AS r (topic, revision)
        SELECT DISTINCT v.hospital_id::text, 1
        FROM changed c JOIN schedule_versions v ON v.id = c.schedule_version_id
        WHERE v.status = 'PRODUCTION'
        ORDER BY 1
        ON CONFLICT (topic) DO UPDATE SET revision = r.revision + 1;
    RETURN NULL;
END
$$;

CREATE FUNCTION count_period_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO schedule_revisions AS r (topic, revision)
        SELECT DISTINCT c.hospital_id::text, 1 FROM changed c ORDER BY 1
        ON CONFLICT (topic) DO UPDATE SET revision = r.revision + 1;
    RETURN NULL;
END
$$;

CREATE TRIGGER persons_revision AFTER UPDATE ON persons
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_topic_revision('people');
CREATE TRIGGER hospitals_revision AFTER UPDATE ON hospitals
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_topic_revision('settings');
CREATE TRIGGER department_settings_added_revision AFTER INSERT ON department_settings
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_topic_revision('settings');
CREATE TRIGGER department_settings_revision AFTER UPDATE ON department_settings
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_topic_revision('settings');
CREATE TRIGGER roster_entries_added_revision AFTER INSERT ON roster_entries
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_roster_revision();
CREATE TRIGGER roster_entries_revision AFTER UPDATE ON roster_entries
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_roster_revision();
CREATE TRIGGER production_periods_added_revision AFTER INSERT ON production_periods
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_period_revision();
CREATE TRIGGER production_periods_revision AFTER UPDATE ON production_periods
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_period_revision();
CREATE TRIGGER production_periods_removed_revision AFTER DELETE ON production_periods
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_period_revision();
