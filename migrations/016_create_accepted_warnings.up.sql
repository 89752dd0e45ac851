-- A known oddity, accepted with a reason for all later versions of the department until withdrawn.
CREATE TABLE accepted_warnings (
    id UUID PRIMARY KEY,
    hospital_id UUID NOT NULL REFERENCES hospitals(id),
    key TEXT NOT NULL,
    code VARCHAR(100) NOT NULL,
    reason TEXT NOT NULL,
    accepted_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT NOW(),
    accepted_by UUID NOT NULL,
    withdrawn_at TIMESTAMP WITH TIME ZONE,
    withdrawn_by UUID
);

CREATE UNIQUE INDEX idx_accepted_warnings_live ON accepted_warnings(hospital_id, key)
    WHERE withdrawn_at IS NULL;
