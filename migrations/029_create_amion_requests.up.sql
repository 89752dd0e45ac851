-- Amion blocks those who ask too often, whoever of them asks: requests are noted here before they start, so that all processes and
-- machines together keep its limits. The key holds the login as a hash.
CREATE TABLE amion_requests (
    id UUID PRIMARY KEY,
    key VARCHAR(1024) NOT NULL,
    started_at TIMESTAMP WITH TIME ZONE NOT NULL,
    ended_at TIMESTAMP WITH TIME ZONE
);

CREATE INDEX idx_amion_requests_started ON amion_requests(started_at DESC);
