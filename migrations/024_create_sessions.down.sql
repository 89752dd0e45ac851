DROP TABLE known_browsers;
DROP TABLE sign_in_failures;
DROP TABLE one_time_links;
DROP TABLE api_tokens;
DROP TABLE sessions;
