-- Addresses that answer without a session: calendar feeds and wall displays. Each can be revoked.
CREATE TABLE shared_secrets (
    id UUID PRIMARY KEY,
    hospital_id UUID NOT NULL REFERENCES hospitals(id),
    kind VARCHAR(50) NOT NULL CHECK (kind IN ('PERSON_FEED', 'POSITION_FEED', 'HOSPITAL_FEED', 'WALL')),
    -- Person id, shift type, or hospital id; empty for a wall.
    target VARCHAR(255) NOT NULL,
    secret_hash BYTEA NOT NULL UNIQUE,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT NOW(),
    created_by UUID NOT NULL,
    last_used_at TIMESTAMP WITH TIME ZONE,
    revoked_at TIMESTAMP WITH TIME ZONE,
    revoked_by UUID
);

CREATE INDEX idx_shared_secrets_hospital ON shared_secrets(hospital_id);

-- An import asked for twice under one key is one import.
CREATE TABLE idempotency_keys (
    user_id UUID NOT NULL,
    key VARCHAR(255) NOT NULL,
    request_hash BYTEA NOT NULL,
    job_id UUID NOT NULL REFERENCES job_queue(id),
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT NOW(),
    PRIMARY KEY (user_id, key)
);
