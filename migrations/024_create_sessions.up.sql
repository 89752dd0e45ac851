-- Who is signed in. Only hashes of secrets are kept: a copy of this table opens nothing.
CREATE TABLE sessions (
    id UUID PRIMARY KEY,
    user_id UUID NOT NULL REFERENCES users(id),
    token_hash BYTEA NOT NULL UNIQUE,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT NOW(),
    last_seen_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT NOW(),
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    ip_address INET,
    user_agent VARCHAR(255),
    ended_at TIMESTAMP WITH TIME ZONE
);

CREATE INDEX idx_sessions_user ON sessions(user_id) WHERE ended_at IS NULL;
CREATE INDEX idx_sessions_expires ON sessions(expires_at);

-- Bearer tokens for programs.
CREATE TABLE api_tokens (
    id UUID PRIMARY KEY,
    user_id UUID NOT NULL REFERENCES users(id),
    name VARCHAR(255) NOT NULL,
    token_hash BYTEA NOT NULL UNIQUE,
    scopes TEXT[] NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT NOW(),
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    last_used_at TIMESTAMP WITH TIME ZONE,
    revoked_at TIMESTAMP WITH TIME ZONE
);

CREATE INDEX idx_api_tokens_user ON api_tokens(user_id);

-- Links that sign a user in once.
CREATE TABLE one_time_links (
    id UUID PRIMARY KEY,
    user_id UUID NOT NULL REFERENCES users(id),
    token_hash BYTEA NOT NULL UNIQUE,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT NOW(),
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    loopback_only BOOLEAN NOT NULL DEFAULT FALSE,
    used_at TIMESTAMP WITH TIME ZONE
);

CREATE INDEX idx_one_time_links_expires ON one_time_links(expires_at);

-- Failed sign-ins by name and address, by address, or by name and known browser (hashed): guessing slows down.
CREATE TABLE sign_in_failures (
    key_hash BYTEA PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_failed_at TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE INDEX idx_sign_in_failures_last ON sign_in_failures(last_failed_at);

-- Browsers in which a user has signed in before: their failures are counted apart, so that strangers lock nobody out.
CREATE TABLE known_browsers (
    user_id UUID NOT NULL REFERENCES users(id),
    browser_hash BYTEA NOT NULL,
    last_sign_in_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (user_id, browser_hash)
);

CREATE INDEX idx_known_browsers_last ON known_browsers(last_sign_in_at);
