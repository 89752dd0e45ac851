-- How Amion names a person, how to reach them, and which departments they belong to (people are shared).
ALTER TABLE persons
    ADD COLUMN amion_id VARCHAR(255),
    ADD COLUMN phone VARCHAR(50),
    ADD COLUMN pager VARCHAR(50);

CREATE INDEX idx_persons_amion_id ON persons(amion_id);

CREATE TABLE department_members (
    hospital_id UUID NOT NULL REFERENCES hospitals(id),
    person_id UUID NOT NULL REFERENCES persons(id),
    PRIMARY KEY (hospital_id, person_id)
);

CREATE INDEX idx_department_members_person ON department_members(person_id);
