-- What a department decides for its schedule. The time zone belongs to every hospital, the rest to departments only.
ALTER TABLE hospitals ADD COLUMN time_zone VARCHAR(64) NOT NULL DEFAULT 'America/New_York';

CREATE TABLE department_settings (
    hospital_id UUID PRIMARY KEY REFERENCES hospitals(id),
    -- A night's window or part that begins before this hour belongs to the schedule date before.
    rollover_hour TIME NOT NULL DEFAULT '08:00',
    holidays DATE[] NOT NULL DEFAULT '{}',
    amion_base_url VARCHAR(2048),
    -- AES-256-GCM under a key derived from SESSION_SECRET; the login is a credential.
    amion_login_encrypted BYTEA,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT NOW(),
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT NOW(),
    updated_by UUID NOT NULL
);

-- Assignment names or ids of Amion that are a shift type, or are known to be none (shift_type NULL: ignored).
CREATE TABLE shift_mappings (
    hospital_id UUID NOT NULL REFERENCES hospitals(id),
    assignment VARCHAR(255) NOT NULL,
    shift_type VARCHAR(50)
        CHECK (shift_type IN ('DAY', 'MidC', 'MidL', 'Mid3', 'ON1', 'ON2')),
    PRIMARY KEY (hospital_id, assignment)
);
