-- The dates for which a production version is the one in force. The database itself refuses an overlap, so that of two
-- promotions at once exactly one wins.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE production_periods (
    id UUID PRIMARY KEY,
    hospital_id UUID NOT NULL REFERENCES hospitals(id),
    schedule_version_id UUID NOT NULL REFERENCES schedule_versions(id),
    period DATERANGE NOT NULL CHECK (NOT isempty(period) AND NOT lower_inf(period) AND NOT upper_inf(period)),
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT NOW(),
    created_by UUID NOT NULL,
    CONSTRAINT production_periods_no_overlap EXCLUDE USING gist (hospital_id WITH =, period WITH &&)
);

CREATE INDEX idx_production_periods_schedule_version ON production_periods(schedule_version_id);
