-- Counts the writes that must survive a power cut: what was read before is still so while it stands.
CREATE TABLE data_version (
  version  bigint NOT NULL
);
INSERT INTO data_version (version) VALUES (0);

-- Old messages are found by their place: it grows with the time.
DROP INDEX inbox_received;
