-- Counts the writes that must survive a power cut: what was read before is still so while it stands.
CREATE TABLE data_version (
  version  bigint NOT NULL
);
INSERT INTO data_version (version) VALUES (0);

-- The key begins with the activity's own id, which most channels count up: what comes together stands together, in few pages.
-- Old messages are found by their place: it grows with the time.
CREATE TABLE inbox_by_activity (
  seq           {identity},
  channel       text    NOT NULL,
  conversation  text    NOT NULL,
  activity_id   text    NOT NULL,
  received      text    NOT NULL,            -- UTC, ISO 8601
  body          text,                        -- the message while it is not yet worked off
  UNIQUE (activity_id, conversation, channel)
);
INSERT INTO inbox_by_activity (seq, channel, conversation, activity_id, received, body)
  SELECT seq, channel, conversation, activity_id, received, body FROM inbox;
DROP TABLE inbox;
ALTER TABLE inbox_by_activity RENAME TO inbox;
CREATE INDEX inbox_open ON inbox (seq) WHERE body IS NOT NULL;
