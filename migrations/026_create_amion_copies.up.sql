-- Amion asks not to be asked again within minutes, and blocks who does: a young copy serves every process and machine. The key
-- holds the login as a hash.
CREATE TABLE amion_copies (
    key VARCHAR(1024) PRIMARY KEY,
    content BYTEA NOT NULL,
    fetched_at TIMESTAMP WITH TIME ZONE NOT NULL
);
