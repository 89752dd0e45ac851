DROP TABLE amion_requests;
