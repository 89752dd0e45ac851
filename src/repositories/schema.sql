-- The schema after all migrations. Generated: run `npm run generate:schema` after a new migration.

CREATE TABLE accepted_warnings (
    id UUID NOT NULL,
    hospital_id UUID NOT NULL,
    key TEXT NOT NULL,
    code CHARACTER VARYING(100) NOT NULL,
    reason TEXT NOT NULL,
    accepted_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    accepted_by UUID NOT NULL,
    withdrawn_at TIMESTAMP WITH TIME ZONE,
    withdrawn_by UUID,
    CONSTRAINT accepted_warnings_pkey PRIMARY KEY (id),
    CONSTRAINT accepted_warnings_hospital_id_fkey FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
);
CREATE UNIQUE INDEX idx_accepted_warnings_live ON public.accepted_warnings USING btree (hospital_id, key) WHERE (withdrawn_at IS NULL);

CREATE TABLE amion_copies (
    key CHARACTER VARYING(1024) NOT NULL,
    content BYTEA NOT NULL,
    fetched_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT amion_copies_pkey PRIMARY KEY (key)
);

CREATE TABLE amion_requests (
    id UUID NOT NULL,
    key CHARACTER VARYING(1024) NOT NULL,
    started_at TIMESTAMP WITH TIME ZONE NOT NULL,
    ended_at TIMESTAMP WITH TIME ZONE,
    sent_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT amion_requests_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_amion_requests_started ON public.amion_requests USING btree (started_at DESC);

CREATE TABLE api_tokens (
    id UUID NOT NULL,
    user_id UUID NOT NULL,
    name CHARACTER VARYING(255) NOT NULL,
    token_hash BYTEA NOT NULL,
    scopes TEXT[] NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    last_used_at TIMESTAMP WITH TIME ZONE,
    revoked_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT api_tokens_pkey PRIMARY KEY (id),
    CONSTRAINT api_tokens_token_hash_key UNIQUE (token_hash),
    CONSTRAINT api_tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id)
);
CREATE INDEX idx_api_tokens_user ON public.api_tokens USING btree (user_id);

CREATE TABLE assignments (
    id UUID NOT NULL,
    person_id UUID NOT NULL,
    shift_instance_id UUID NOT NULL,
    schedule_date DATE NOT NULL,
    original_shift_type CHARACTER VARYING(255),
    source CHARACTER VARYING(50) NOT NULL DEFAULT 'MANUAL'::character varying,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    created_by UUID NOT NULL,
    deleted_at TIMESTAMP WITH TIME ZONE,
    deleted_by UUID,
    roster_entry_id UUID,
    CONSTRAINT assignments_pkey PRIMARY KEY (id),
    CONSTRAINT assignments_source_check CHECK (((source)::text = ANY ((ARRAY['AMION'::character varying, 'MANUAL'::character varying, 'OVERRIDE'::character varying])::text[]))),
    CONSTRAINT assignments_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
    CONSTRAINT assignments_roster_entry_id_fkey FOREIGN KEY (roster_entry_id) REFERENCES roster_entries(id),
    CONSTRAINT assignments_shift_instance_id_fkey FOREIGN KEY (shift_instance_id) REFERENCES shift_instances(id)
);
CREATE INDEX idx_assignments_date ON public.assignments USING btree (schedule_date);
CREATE INDEX idx_assignments_person ON public.assignments USING btree (person_id);
CREATE INDEX idx_assignments_roster_entry ON public.assignments USING btree (roster_entry_id);
CREATE INDEX idx_assignments_shift ON public.assignments USING btree (shift_instance_id);
CREATE INDEX idx_assignments_source ON public.assignments USING btree (source);
CREATE UNIQUE INDEX idx_assignments_unique ON public.assignments USING btree (person_id, shift_instance_id, schedule_date) WHERE (deleted_at IS NULL);

CREATE TABLE audit_logs (
    id UUID NOT NULL,
    user_id UUID NOT NULL,
    action CHARACTER VARYING(255) NOT NULL,
    resource CHARACTER VARYING(255) NOT NULL,
    old_values TEXT,
    new_values TEXT,
    timestamp TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    ip_address INET,
    hospital_id UUID,
    CONSTRAINT audit_logs_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_audit_logs_action ON public.audit_logs USING btree (action);
CREATE INDEX idx_audit_logs_hospital ON public.audit_logs USING btree (hospital_id, "timestamp" DESC);
CREATE INDEX idx_audit_logs_resource ON public.audit_logs USING btree (resource);
CREATE INDEX idx_audit_logs_timestamp ON public.audit_logs USING btree ("timestamp" DESC);
CREATE INDEX idx_audit_logs_user ON public.audit_logs USING btree (user_id);
CREATE TRIGGER audit_logs_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_logs FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change(); -- always

CREATE TABLE coverage_calculations (
    id UUID NOT NULL,
    schedule_version_id UUID NOT NULL,
    hospital_id UUID NOT NULL,
    calculation_date DATE NOT NULL,
    calculation_period_start_date DATE NOT NULL,
    calculation_period_end_date DATE NOT NULL,
    coverage_by_position JSONB NOT NULL,
    coverage_summary JSONB,
    validation_errors JSONB,
    query_count INTEGER,
    calculated_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    calculated_by UUID NOT NULL,
    job_id UUID,
    CONSTRAINT coverage_calculations_pkey PRIMARY KEY (id),
    CONSTRAINT coverage_calculations_hospital_id_fkey FOREIGN KEY (hospital_id) REFERENCES hospitals(id),
    CONSTRAINT coverage_calculations_job_id_fkey FOREIGN KEY (job_id) REFERENCES job_queue(id),
    CONSTRAINT coverage_calculations_schedule_version_id_fkey FOREIGN KEY (schedule_version_id) REFERENCES schedule_versions(id)
);
CREATE INDEX idx_coverage_calculations_hospital_date ON public.coverage_calculations USING btree (hospital_id, calculation_date DESC);
CREATE UNIQUE INDEX idx_coverage_calculations_job ON public.coverage_calculations USING btree (job_id);
CREATE INDEX idx_coverage_calculations_period ON public.coverage_calculations USING btree (calculation_period_start_date, calculation_period_end_date);
CREATE INDEX idx_coverage_calculations_schedule_version ON public.coverage_calculations USING btree (schedule_version_id);

CREATE TABLE coverage_rules (
    id UUID NOT NULL,
    schedule_version_id UUID NOT NULL,
    rule_group_id UUID,
    scrape_batch_id UUID NOT NULL,
    sheet CHARACTER VARYING(255) NOT NULL,
    sheet_index INTEGER NOT NULL,
    cell CHARACTER VARYING(20) NOT NULL,
    category CHARACTER VARYING(50) NOT NULL,
    day_type CHARACTER VARYING(50),
    scenario CHARACTER VARYING(50),
    start_time TIME WITHOUT TIME ZONE NOT NULL,
    end_time TIME WITHOUT TIME ZONE NOT NULL,
    hospital_id UUID NOT NULL,
    study CHARACTER VARYING(255) NOT NULL,
    label CHARACTER VARYING(255) NOT NULL,
    study_type CHARACTER VARYING(50) NOT NULL,
    position CHARACTER VARYING(50),
    CONSTRAINT coverage_rules_pkey PRIMARY KEY (id),
    CONSTRAINT coverage_rules_category_check CHECK (((category)::text = ANY ((ARRAY['DAY'::character varying, 'MID'::character varying, 'ON'::character varying])::text[]))),
    CONSTRAINT coverage_rules_day_type_check CHECK (((day_type)::text = ANY ((ARRAY['WEEKDAY'::character varying, 'WEEKEND'::character varying])::text[]))),
    CONSTRAINT coverage_rules_position_check CHECK ((("position")::text = ANY ((ARRAY['DAY'::character varying, 'MidC'::character varying, 'MidL'::character varying, 'Mid3'::character varying, 'ON1'::character varying, 'ON2'::character varying, 'Mid Body'::character varying, 'Mid Neuro'::character varying, 'ON Body'::character varying, 'ON Neuro'::character varying])::text[]))),
    CONSTRAINT coverage_rules_scenario_check CHECK (((scenario)::text = ANY ((ARRAY['BODY'::character varying, 'NEURO'::character varying])::text[]))),
    CONSTRAINT coverage_rules_study_type_check CHECK (((study_type)::text = ANY ((ARRAY['GENERAL'::character varying, 'BODY'::character varying, 'NEURO'::character varying])::text[]))),
    CONSTRAINT coverage_rules_hospital_id_fkey FOREIGN KEY (hospital_id) REFERENCES hospitals(id),
    CONSTRAINT coverage_rules_rule_group_id_fkey FOREIGN KEY (rule_group_id) REFERENCES rule_groups(id),
    CONSTRAINT coverage_rules_schedule_version_id_fkey FOREIGN KEY (schedule_version_id) REFERENCES schedule_versions(id),
    CONSTRAINT coverage_rules_scrape_batch_id_fkey FOREIGN KEY (scrape_batch_id) REFERENCES scrape_batches(id)
);
CREATE INDEX idx_coverage_rules_rule_group ON public.coverage_rules USING btree (rule_group_id);
CREATE INDEX idx_coverage_rules_schedule_version ON public.coverage_rules USING btree (schedule_version_id);
CREATE TRIGGER coverage_rules_immutable BEFORE DELETE OR UPDATE ON public.coverage_rules FOR EACH STATEMENT EXECUTE FUNCTION refuse_schedule_change();
CREATE TRIGGER coverage_rules_kept BEFORE TRUNCATE ON public.coverage_rules FOR EACH STATEMENT EXECUTE FUNCTION refuse_schedule_change();
CREATE TRIGGER coverage_rules_staging_only AFTER INSERT ON public.coverage_rules REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_unless_staging();

CREATE TABLE department_members (
    hospital_id UUID NOT NULL,
    person_id UUID NOT NULL,
    CONSTRAINT department_members_pkey PRIMARY KEY (hospital_id, person_id),
    CONSTRAINT department_members_hospital_id_fkey FOREIGN KEY (hospital_id) REFERENCES hospitals(id),
    CONSTRAINT department_members_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id)
);
CREATE INDEX idx_department_members_person ON public.department_members USING btree (person_id);

CREATE TABLE department_settings (
    hospital_id UUID NOT NULL,
    rollover_hour TIME WITHOUT TIME ZONE NOT NULL DEFAULT '08:00:00'::time without time zone,
    holidays DATE[] NOT NULL DEFAULT '{}'::date[],
    amion_base_url CHARACTER VARYING(2048),
    amion_login_encrypted BYTEA,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    updated_by UUID NOT NULL,
    amion_pull_minutes INTEGER NOT NULL DEFAULT 30,
    CONSTRAINT department_settings_pkey PRIMARY KEY (hospital_id),
    CONSTRAINT department_settings_amion_pull_minutes_check CHECK ((amion_pull_minutes >= 5)),
    CONSTRAINT department_settings_hospital_id_fkey FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
);
CREATE TRIGGER department_settings_added_revision AFTER INSERT ON public.department_settings REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_topic_revision('settings');
CREATE TRIGGER department_settings_revision AFTER UPDATE ON public.department_settings REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_topic_revision('settings');

CREATE TABLE hospitals (
    id UUID NOT NULL,
    name CHARACTER VARYING(255) NOT NULL,
    code CHARACTER VARYING(50) NOT NULL,
    location CHARACTER VARYING(255),
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    deleted_at TIMESTAMP WITH TIME ZONE,
    time_zone CHARACTER VARYING(64) NOT NULL DEFAULT 'America/New_York'::character varying,
    CONSTRAINT hospitals_pkey PRIMARY KEY (id),
    CONSTRAINT hospitals_code_key UNIQUE (code)
);
CREATE INDEX idx_hospitals_code ON public.hospitals USING btree (code);
CREATE INDEX idx_hospitals_deleted_at ON public.hospitals USING btree (deleted_at);
CREATE TRIGGER hospitals_revision AFTER UPDATE ON public.hospitals REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_topic_revision('settings');

CREATE TABLE idempotency_keys (
    user_id UUID NOT NULL,
    key CHARACTER VARYING(255) NOT NULL,
    request_hash BYTEA NOT NULL,
    job_id UUID NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT idempotency_keys_pkey PRIMARY KEY (user_id, key),
    CONSTRAINT idempotency_keys_job_id_fkey FOREIGN KEY (job_id) REFERENCES job_queue(id)
);

CREATE TABLE job_queue (
    id UUID NOT NULL,
    job_type CHARACTER VARYING(255) NOT NULL,
    payload JSONB NOT NULL,
    status CHARACTER VARYING(50) NOT NULL DEFAULT 'PENDING'::character varying,
    result JSONB,
    error_message TEXT,
    retry_count INTEGER DEFAULT 0,
    max_retries INTEGER DEFAULT 3,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    started_at TIMESTAMP WITH TIME ZONE,
    completed_at TIMESTAMP WITH TIME ZONE,
    hospital_id UUID,
    requested_by UUID,
    attempt INTEGER NOT NULL DEFAULT 0,
    error_code CHARACTER VARYING(100),
    progress JSONB,
    lock_key CHARACTER VARYING(255),
    run_after TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    dispatched_at TIMESTAMP WITH TIME ZONE,
    heartbeat_at TIMESTAMP WITH TIME ZONE,
    worker CHARACTER VARYING(255),
    requested_from INET,
    CONSTRAINT job_queue_pkey PRIMARY KEY (id),
    CONSTRAINT job_queue_status_check CHECK (((status)::text = ANY ((ARRAY['PENDING'::character varying, 'PROCESSING'::character varying, 'COMPLETE'::character varying, 'FAILED'::character varying, 'RETRY'::character varying])::text[]))),
    CONSTRAINT job_queue_hospital_id_fkey FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
);
CREATE INDEX idx_job_queue_created ON public.job_queue USING btree (created_at DESC);
CREATE INDEX idx_job_queue_hospital ON public.job_queue USING btree (hospital_id, created_at DESC);
CREATE UNIQUE INDEX idx_job_queue_lock ON public.job_queue USING btree (lock_key) WHERE ((status)::text = 'PROCESSING'::text);
CREATE INDEX idx_job_queue_running ON public.job_queue USING btree (heartbeat_at) WHERE ((status)::text = 'PROCESSING'::text);
CREATE INDEX idx_job_queue_status ON public.job_queue USING btree (status);
CREATE INDEX idx_job_queue_type ON public.job_queue USING btree (job_type, status);
CREATE INDEX idx_job_queue_waiting ON public.job_queue USING btree (run_after) WHERE ((status)::text = ANY ((ARRAY['PENDING'::character varying, 'RETRY'::character varying])::text[]));

CREATE TABLE known_browsers (
    user_id UUID NOT NULL,
    browser_hash BYTEA NOT NULL,
    last_sign_in_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT known_browsers_pkey PRIMARY KEY (user_id, browser_hash),
    CONSTRAINT known_browsers_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id)
);
CREATE INDEX idx_known_browsers_last ON public.known_browsers USING btree (last_sign_in_at);

CREATE TABLE one_time_links (
    id UUID NOT NULL,
    user_id UUID NOT NULL,
    token_hash BYTEA NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    loopback_only BOOLEAN NOT NULL DEFAULT false,
    used_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT one_time_links_pkey PRIMARY KEY (id),
    CONSTRAINT one_time_links_token_hash_key UNIQUE (token_hash),
    CONSTRAINT one_time_links_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id)
);
CREATE INDEX idx_one_time_links_expires ON public.one_time_links USING btree (expires_at);

CREATE TABLE persons (
    id UUID NOT NULL,
    email CHARACTER VARYING(255) NOT NULL,
    name CHARACTER VARYING(255) NOT NULL,
    specialty CHARACTER VARYING(50) NOT NULL,
    active BOOLEAN NOT NULL DEFAULT true,
    aliases TEXT[] DEFAULT '{}'::text[],
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    deleted_at TIMESTAMP WITH TIME ZONE,
    amion_id CHARACTER VARYING(255),
    phone CHARACTER VARYING(50),
    pager CHARACTER VARYING(50),
    CONSTRAINT persons_pkey PRIMARY KEY (id),
    CONSTRAINT persons_email_key UNIQUE (email),
    CONSTRAINT persons_specialty_check CHECK (((specialty)::text = ANY ((ARRAY['BODY_ONLY'::character varying, 'NEURO_ONLY'::character varying, 'BOTH'::character varying])::text[])))
);
CREATE INDEX idx_persons_active ON public.persons USING btree (active, deleted_at);
CREATE INDEX idx_persons_amion_id ON public.persons USING btree (amion_id);
CREATE INDEX idx_persons_created_at ON public.persons USING btree (created_at DESC);
CREATE INDEX idx_persons_email ON public.persons USING btree (email);
CREATE INDEX idx_persons_specialty ON public.persons USING btree (specialty);
CREATE TRIGGER persons_revision AFTER UPDATE ON public.persons REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_topic_revision('people');

CREATE TABLE production_periods (
    id UUID NOT NULL,
    hospital_id UUID NOT NULL,
    schedule_version_id UUID NOT NULL,
    period DATERANGE NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    created_by UUID NOT NULL,
    CONSTRAINT production_periods_pkey PRIMARY KEY (id),
    CONSTRAINT production_periods_no_overlap EXCLUDE USING gist (hospital_id WITH =, period WITH &&),
    CONSTRAINT production_periods_period_check CHECK (((NOT isempty(period)) AND (NOT lower_inf(period)) AND (NOT upper_inf(period)))),
    CONSTRAINT production_periods_hospital_id_fkey FOREIGN KEY (hospital_id) REFERENCES hospitals(id),
    CONSTRAINT production_periods_schedule_version_id_fkey FOREIGN KEY (schedule_version_id) REFERENCES schedule_versions(id)
);
CREATE INDEX idx_production_periods_schedule_version ON public.production_periods USING btree (schedule_version_id);
CREATE TRIGGER production_periods_added_revision AFTER INSERT ON public.production_periods REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_period_revision();
CREATE TRIGGER production_periods_removed_revision AFTER DELETE ON public.production_periods REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_period_revision();
CREATE TRIGGER production_periods_revision AFTER UPDATE ON public.production_periods REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_period_revision();

CREATE TABLE roster_drifts (
    id UUID NOT NULL,
    hospital_id UUID NOT NULL,
    scrape_batch_id UUID NOT NULL,
    schedule_version_id UUID NOT NULL,
    found_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    differences JSONB NOT NULL,
    reader_changes JSONB NOT NULL,
    messages JSONB NOT NULL,
    CONSTRAINT roster_drifts_pkey PRIMARY KEY (id),
    CONSTRAINT roster_drifts_scrape_batch_id_schedule_version_id_key UNIQUE (scrape_batch_id, schedule_version_id),
    CONSTRAINT roster_drifts_hospital_id_fkey FOREIGN KEY (hospital_id) REFERENCES hospitals(id),
    CONSTRAINT roster_drifts_schedule_version_id_fkey FOREIGN KEY (schedule_version_id) REFERENCES schedule_versions(id),
    CONSTRAINT roster_drifts_scrape_batch_id_fkey FOREIGN KEY (scrape_batch_id) REFERENCES scrape_batches(id)
);
CREATE INDEX idx_roster_drifts_hospital ON public.roster_drifts USING btree (hospital_id, found_at DESC);

CREATE TABLE roster_entries (
    id UUID NOT NULL,
    schedule_version_id UUID NOT NULL,
    schedule_date DATE NOT NULL,
    shift_type CHARACTER VARYING(50) NOT NULL,
    person_id UUID,
    start_time TIME WITHOUT TIME ZONE,
    end_time TIME WITHOUT TIME ZONE,
    source CHARACTER VARYING(50) NOT NULL,
    scrape_batch_id UUID,
    report CHARACTER VARYING(255),
    line INTEGER,
    source_text TEXT,
    reason TEXT,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    created_by UUID NOT NULL,
    deleted_at TIMESTAMP WITH TIME ZONE,
    deleted_by UUID,
    CONSTRAINT roster_entries_pkey PRIMARY KEY (id),
    CONSTRAINT roster_entries_check CHECK (((start_time IS NULL) = (end_time IS NULL))),
    CONSTRAINT roster_entries_shift_type_check CHECK (((shift_type)::text = ANY ((ARRAY['DAY'::character varying, 'MidC'::character varying, 'MidL'::character varying, 'Mid3'::character varying, 'ON1'::character varying, 'ON2'::character varying])::text[]))),
    CONSTRAINT roster_entries_source_check CHECK (((source)::text = ANY ((ARRAY['AMION'::character varying, 'MANUAL'::character varying, 'OVERRIDE'::character varying])::text[]))),
    CONSTRAINT roster_entries_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
    CONSTRAINT roster_entries_schedule_version_id_fkey FOREIGN KEY (schedule_version_id) REFERENCES schedule_versions(id),
    CONSTRAINT roster_entries_scrape_batch_id_fkey FOREIGN KEY (scrape_batch_id) REFERENCES scrape_batches(id)
);
CREATE INDEX idx_roster_entries_person ON public.roster_entries USING btree (person_id);
CREATE INDEX idx_roster_entries_version_date ON public.roster_entries USING btree (schedule_version_id, schedule_date) WHERE (deleted_at IS NULL);
CREATE TRIGGER roster_entries_added_revision AFTER INSERT ON public.roster_entries REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_roster_revision();
CREATE TRIGGER roster_entries_revision AFTER UPDATE ON public.roster_entries REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_roster_revision();

CREATE TABLE rule_groups (
    id UUID NOT NULL,
    schedule_version_id UUID NOT NULL,
    CONSTRAINT rule_groups_pkey PRIMARY KEY (id),
    CONSTRAINT rule_groups_schedule_version_id_fkey FOREIGN KEY (schedule_version_id) REFERENCES schedule_versions(id)
);
CREATE INDEX idx_rule_groups_schedule_version ON public.rule_groups USING btree (schedule_version_id);

CREATE TABLE schedule_revisions (
    topic CHARACTER VARYING(64) NOT NULL,
    revision BIGINT NOT NULL,
    CONSTRAINT schedule_revisions_pkey PRIMARY KEY (topic)
);

CREATE TABLE schedule_versions (
    id UUID NOT NULL,
    hospital_id UUID NOT NULL,
    status CHARACTER VARYING(50) NOT NULL DEFAULT 'STAGING'::character varying,
    effective_start_date DATE NOT NULL,
    effective_end_date DATE NOT NULL,
    scrape_batch_id UUID,
    validation_results JSONB,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    created_by UUID NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    updated_by UUID NOT NULL,
    deleted_at TIMESTAMP WITH TIME ZONE,
    deleted_by UUID,
    CONSTRAINT schedule_versions_pkey PRIMARY KEY (id),
    CONSTRAINT schedule_versions_check CHECK ((effective_start_date <= effective_end_date)),
    CONSTRAINT schedule_versions_status_check CHECK (((status)::text = ANY ((ARRAY['STAGING'::character varying, 'PRODUCTION'::character varying, 'ARCHIVED'::character varying])::text[]))),
    CONSTRAINT schedule_versions_hospital_id_fkey FOREIGN KEY (hospital_id) REFERENCES hospitals(id),
    CONSTRAINT schedule_versions_scrape_batch_id_fkey FOREIGN KEY (scrape_batch_id) REFERENCES scrape_batches(id)
);
CREATE INDEX idx_schedule_versions_batch ON public.schedule_versions USING btree (scrape_batch_id);
CREATE INDEX idx_schedule_versions_created_at ON public.schedule_versions USING btree (created_at DESC);
CREATE INDEX idx_schedule_versions_effective ON public.schedule_versions USING btree (effective_start_date, effective_end_date);
CREATE INDEX idx_schedule_versions_hospital_status ON public.schedule_versions USING btree (hospital_id, status);
CREATE INDEX idx_schedule_versions_status ON public.schedule_versions USING btree (status);
CREATE TRIGGER schedule_versions_forward BEFORE UPDATE OF status ON public.schedule_versions FOR EACH ROW EXECUTE FUNCTION refuse_state_backwards();

CREATE TABLE scrape_batch_files (
    scrape_batch_id UUID NOT NULL,
    place INTEGER NOT NULL,
    file_name CHARACTER VARYING(255) NOT NULL,
    checksum CHARACTER VARYING(255) NOT NULL,
    CONSTRAINT scrape_batch_files_pkey PRIMARY KEY (scrape_batch_id, place),
    CONSTRAINT scrape_batch_files_scrape_batch_id_fkey FOREIGN KEY (scrape_batch_id) REFERENCES scrape_batches(id)
);

CREATE TABLE scrape_batches (
    id UUID NOT NULL,
    hospital_id UUID NOT NULL,
    state CHARACTER VARYING(50) NOT NULL DEFAULT 'PENDING'::character varying,
    window_start_date DATE NOT NULL,
    window_end_date DATE NOT NULL,
    scraped_at TIMESTAMP WITH TIME ZONE NOT NULL,
    completed_at TIMESTAMP WITH TIME ZONE,
    row_count INTEGER DEFAULT 0,
    ingest_checksum CHARACTER VARYING(255),
    error_message TEXT,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    created_by UUID NOT NULL,
    deleted_at TIMESTAMP WITH TIME ZONE,
    deleted_by UUID,
    archived_at TIMESTAMP WITH TIME ZONE,
    archived_by UUID,
    source CHARACTER VARYING(50) NOT NULL DEFAULT 'ROSTER'::character varying,
    source_name CHARACTER VARYING(1024),
    schedule_version_id UUID,
    accounting JSONB,
    validation_results JSONB,
    source_as_of TIMESTAMP WITH TIME ZONE,
    job_id UUID,
    CONSTRAINT scrape_batches_pkey PRIMARY KEY (id),
    CONSTRAINT scrape_batches_check CHECK ((window_start_date <= window_end_date)),
    CONSTRAINT scrape_batches_source_check CHECK (((source)::text = ANY ((ARRAY['MATRIX'::character varying, 'LIST'::character varying, 'ROSTER'::character varying])::text[]))),
    CONSTRAINT scrape_batches_state_check CHECK (((state)::text = ANY ((ARRAY['PENDING'::character varying, 'COMPLETE'::character varying, 'FAILED'::character varying])::text[]))),
    CONSTRAINT scrape_batches_hospital_id_fkey FOREIGN KEY (hospital_id) REFERENCES hospitals(id),
    CONSTRAINT scrape_batches_job_id_fkey FOREIGN KEY (job_id) REFERENCES job_queue(id),
    CONSTRAINT scrape_batches_schedule_version_id_fkey FOREIGN KEY (schedule_version_id) REFERENCES schedule_versions(id)
);
CREATE INDEX idx_scrape_batches_checksum ON public.scrape_batches USING btree (ingest_checksum);
CREATE INDEX idx_scrape_batches_created_at ON public.scrape_batches USING btree (created_at DESC);
CREATE INDEX idx_scrape_batches_hospital_state ON public.scrape_batches USING btree (hospital_id, state);
CREATE INDEX idx_scrape_batches_job ON public.scrape_batches USING btree (job_id);
CREATE INDEX idx_scrape_batches_schedule_version ON public.scrape_batches USING btree (schedule_version_id);
CREATE INDEX idx_scrape_batches_state ON public.scrape_batches USING btree (state);
CREATE INDEX idx_scrape_batches_window ON public.scrape_batches USING btree (window_start_date, window_end_date);

CREATE TABLE sessions (
    id UUID NOT NULL,
    user_id UUID NOT NULL,
    token_hash BYTEA NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    last_seen_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    ip_address INET,
    user_agent CHARACTER VARYING(255),
    ended_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT sessions_pkey PRIMARY KEY (id),
    CONSTRAINT sessions_token_hash_key UNIQUE (token_hash),
    CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id)
);
CREATE INDEX idx_sessions_expires ON public.sessions USING btree (expires_at);
CREATE INDEX idx_sessions_user ON public.sessions USING btree (user_id) WHERE (ended_at IS NULL);

CREATE TABLE shared_secrets (
    id UUID NOT NULL,
    hospital_id UUID NOT NULL,
    kind CHARACTER VARYING(50) NOT NULL,
    target CHARACTER VARYING(255) NOT NULL,
    secret_hash BYTEA NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    created_by UUID NOT NULL,
    last_used_at TIMESTAMP WITH TIME ZONE,
    revoked_at TIMESTAMP WITH TIME ZONE,
    revoked_by UUID,
    CONSTRAINT shared_secrets_pkey PRIMARY KEY (id),
    CONSTRAINT shared_secrets_secret_hash_key UNIQUE (secret_hash),
    CONSTRAINT shared_secrets_kind_check CHECK (((kind)::text = ANY ((ARRAY['PERSON_FEED'::character varying, 'POSITION_FEED'::character varying, 'HOSPITAL_FEED'::character varying, 'WALL'::character varying])::text[]))),
    CONSTRAINT shared_secrets_hospital_id_fkey FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
);
CREATE INDEX idx_shared_secrets_hospital ON public.shared_secrets USING btree (hospital_id);

CREATE TABLE shift_instances (
    id UUID NOT NULL,
    schedule_version_id UUID NOT NULL,
    shift_type CHARACTER VARYING(50) NOT NULL,
    schedule_date DATE NOT NULL,
    start_time TIME WITHOUT TIME ZONE NOT NULL,
    end_time TIME WITHOUT TIME ZONE NOT NULL,
    hospital_id UUID NOT NULL,
    study_type CHARACTER VARYING(50) NOT NULL,
    specialty_constraint CHARACTER VARYING(50) NOT NULL,
    desired_coverage INTEGER NOT NULL DEFAULT 1,
    is_mandatory BOOLEAN NOT NULL DEFAULT false,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    created_by UUID NOT NULL,
    rule_group_id UUID,
    scrape_batch_id UUID,
    source_sheet CHARACTER VARYING(255),
    source_row INTEGER,
    CONSTRAINT shift_instances_pkey PRIMARY KEY (id),
    CONSTRAINT shift_instances_shift_type_check CHECK (((shift_type)::text = ANY ((ARRAY['DAY'::character varying, 'MidC'::character varying, 'MidL'::character varying, 'Mid3'::character varying, 'ON1'::character varying, 'ON2'::character varying])::text[]))),
    CONSTRAINT shift_instances_specialty_constraint_check CHECK (((specialty_constraint)::text = ANY ((ARRAY['BODY_ONLY'::character varying, 'NEURO_ONLY'::character varying, 'BOTH'::character varying])::text[]))),
    CONSTRAINT shift_instances_study_type_check CHECK (((study_type)::text = ANY ((ARRAY['GENERAL'::character varying, 'BODY'::character varying, 'NEURO'::character varying])::text[]))),
    CONSTRAINT shift_instances_hospital_id_fkey FOREIGN KEY (hospital_id) REFERENCES hospitals(id),
    CONSTRAINT shift_instances_rule_group_id_fkey FOREIGN KEY (rule_group_id) REFERENCES rule_groups(id),
    CONSTRAINT shift_instances_schedule_version_id_fkey FOREIGN KEY (schedule_version_id) REFERENCES schedule_versions(id),
    CONSTRAINT shift_instances_scrape_batch_id_fkey FOREIGN KEY (scrape_batch_id) REFERENCES scrape_batches(id)
);
CREATE INDEX idx_shift_instances_date ON public.shift_instances USING btree (schedule_date);
CREATE INDEX idx_shift_instances_hospital_date ON public.shift_instances USING btree (hospital_id, schedule_date);
CREATE INDEX idx_shift_instances_schedule_version ON public.shift_instances USING btree (schedule_version_id);
CREATE INDEX idx_shift_instances_shift_type ON public.shift_instances USING btree (shift_type);
CREATE INDEX idx_shift_instances_version_date ON public.shift_instances USING btree (schedule_version_id, schedule_date);
CREATE TRIGGER shift_instances_immutable BEFORE DELETE OR UPDATE ON public.shift_instances FOR EACH STATEMENT EXECUTE FUNCTION refuse_schedule_change();
CREATE TRIGGER shift_instances_kept BEFORE TRUNCATE ON public.shift_instances FOR EACH STATEMENT EXECUTE FUNCTION refuse_schedule_change();
CREATE TRIGGER shift_instances_staging_only AFTER INSERT ON public.shift_instances REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_unless_staging();

CREATE TABLE shift_mappings (
    hospital_id UUID NOT NULL,
    assignment CHARACTER VARYING(255) NOT NULL,
    shift_type CHARACTER VARYING(50),
    CONSTRAINT shift_mappings_pkey PRIMARY KEY (hospital_id, assignment),
    CONSTRAINT shift_mappings_shift_type_check CHECK (((shift_type)::text = ANY ((ARRAY['DAY'::character varying, 'MidC'::character varying, 'MidL'::character varying, 'Mid3'::character varying, 'ON1'::character varying, 'ON2'::character varying])::text[]))),
    CONSTRAINT shift_mappings_hospital_id_fkey FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
);

CREATE TABLE sign_in_failures (
    key_hash BYTEA NOT NULL,
    failures INTEGER NOT NULL,
    last_failed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT sign_in_failures_pkey PRIMARY KEY (key_hash)
);
CREATE INDEX idx_sign_in_failures_last ON public.sign_in_failures USING btree (last_failed_at);

CREATE TABLE source_files (
    checksum CHARACTER VARYING(255) NOT NULL,
    file_name CHARACTER VARYING(255) NOT NULL,
    content BYTEA NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    created_by UUID NOT NULL,
    CONSTRAINT source_files_pkey PRIMARY KEY (checksum)
);
CREATE INDEX idx_source_files_created_at ON public.source_files USING btree (created_at);

CREATE TABLE users (
    id UUID NOT NULL,
    email CHARACTER VARYING(255) NOT NULL,
    password_hash CHARACTER VARYING(255),
    role CHARACTER VARYING(50) NOT NULL DEFAULT 'USER'::character varying,
    hospital_id UUID,
    active BOOLEAN NOT NULL DEFAULT true,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    last_login_at TIMESTAMP WITH TIME ZONE,
    deleted_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT users_pkey PRIMARY KEY (id),
    CONSTRAINT users_email_key UNIQUE (email),
    CONSTRAINT users_role_check CHECK (((role)::text = ANY ((ARRAY['ADMIN'::character varying, 'SCHEDULER'::character varying, 'VIEWER'::character varying, 'USER'::character varying])::text[]))),
    CONSTRAINT users_hospital_id_fkey FOREIGN KEY (hospital_id) REFERENCES hospitals(id)
);
CREATE INDEX idx_users_email ON public.users USING btree (email);
CREATE INDEX idx_users_hospital ON public.users USING btree (hospital_id, active);
CREATE INDEX idx_users_role ON public.users USING btree (role);

CREATE OR REPLACE FUNCTION public.count_period_revision()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    INSERT INTO schedule_revisions AS r (topic, revision)
        SELECT DISTINCT c.hospital_id::text, 1 FROM changed c ORDER BY 1
        ON CONFLICT (topic) DO UPDATE SET revision = r.revision + 1;
    RETURN NULL;
END
$function$;

CREATE OR REPLACE FUNCTION public.count_roster_revision()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    INSERT INTO schedule_revisions AS r (topic, revision)
        SELECT DISTINCT v.hospital_id::text, 1
        FROM changed c JOIN schedule_versions v ON v.id = c.schedule_version_id
        WHERE v.status = 'PRODUCTION'
        ORDER BY 1
        ON CONFLICT (topic) DO UPDATE SET revision = r.revision + 1;
    RETURN NULL;
END
$function$;

CREATE OR REPLACE FUNCTION public.count_topic_revision()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    IF EXISTS (SELECT FROM changed) THEN
        INSERT INTO schedule_revisions AS r (topic, revision) VALUES (TG_ARGV[0], 1)
            ON CONFLICT (topic) DO UPDATE SET revision = r.revision + 1;
    END IF;
    RETURN NULL;
END
$function$;

CREATE OR REPLACE FUNCTION public.refuse_audit_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    RAISE EXCEPTION 'audit_logs is append-only: % is refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$function$;

CREATE OR REPLACE FUNCTION public.refuse_schedule_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    RAISE EXCEPTION '% is immutable once stored: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$function$;

CREATE OR REPLACE FUNCTION public.refuse_state_backwards()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    IF (OLD.status, NEW.status) NOT IN (
        ('STAGING', 'STAGING'), ('STAGING', 'PRODUCTION'), ('STAGING', 'ARCHIVED'),
        ('PRODUCTION', 'PRODUCTION'), ('PRODUCTION', 'ARCHIVED'), ('ARCHIVED', 'ARCHIVED')
    ) THEN
        RAISE EXCEPTION 'a schedule version cannot go from % to %', OLD.status, NEW.status
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$function$;

CREATE OR REPLACE FUNCTION public.refuse_unless_staging()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    -- Waits for a promotion under way, and makes later ones wait for us: a check alone could pass just before it commits.
    PERFORM 1 FROM schedule_versions v WHERE v.id IN (SELECT DISTINCT n.schedule_version_id FROM added n)
        FOR NO KEY UPDATE;
    IF EXISTS (
        SELECT 1 FROM schedule_versions v
        WHERE v.status <> 'STAGING' AND v.id IN (SELECT DISTINCT n.schedule_version_id FROM added n)
    ) THEN
        RAISE EXCEPTION '% of a version that is not STAGING cannot be added', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$function$;
