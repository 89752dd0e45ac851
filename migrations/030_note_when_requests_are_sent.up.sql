-- Between a request's turn and its sending a busy process takes its time: the next one keeps its distance from the sending.
ALTER TABLE amion_requests ADD COLUMN sent_at TIMESTAMP WITH TIME ZONE;
