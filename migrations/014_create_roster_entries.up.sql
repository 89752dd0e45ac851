-- Who holds a shift type on a date, for the whole of it or for a part of its hours, as a report or a scheduler says.
-- person_id NULL is a vacancy: the roster says that nobody holds it. Assignments follow from the entries of persons.
CREATE TABLE roster_entries (
    id UUID PRIMARY KEY,
    schedule_version_id UUID NOT NULL REFERENCES schedule_versions(id),
    schedule_date DATE NOT NULL,
    shift_type VARCHAR(50) NOT NULL
        CHECK (shift_type IN ('DAY', 'MidC', 'MidL', 'Mid3', 'ON1', 'ON2')),
    person_id UUID REFERENCES persons(id),
    -- Hours as the source gives them; both NULL where it gives none.
    start_time TIME,
    end_time TIME,
    source VARCHAR(50) NOT NULL
        CHECK (source IN ('AMION', 'MANUAL', 'OVERRIDE')),
    scrape_batch_id UUID REFERENCES scrape_batches(id),
    report VARCHAR(255),
    line INTEGER,
    source_text TEXT,
    -- Why a person changed it by hand.
    reason TEXT,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT NOW(),
    created_by UUID NOT NULL,
    deleted_at TIMESTAMP WITH TIME ZONE,
    deleted_by UUID,
    CHECK ((start_time IS NULL) = (end_time IS NULL))
);

CREATE INDEX idx_roster_entries_version_date ON roster_entries(schedule_version_id, schedule_date)
    WHERE deleted_at IS NULL;
CREATE INDEX idx_roster_entries_person ON roster_entries(person_id);

ALTER TABLE assignments ADD COLUMN roster_entry_id UUID REFERENCES roster_entries(id);
CREATE INDEX idx_assignments_roster_entry ON assignments(roster_entry_id);
