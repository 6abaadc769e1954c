-- The card that made several records at once: they are undone and restored together.
ALTER TABLE record ADD COLUMN batch text;
CREATE INDEX record_batch ON record (station_id, batch) WHERE batch IS NOT NULL;

-- Forms that were opened and are neither saved nor cancelled, with what is known to stand in them.
CREATE TABLE form_draft (
  key           text    NOT NULL PRIMARY KEY,  -- as of the record that saving would make
  station_id    bigint  NOT NULL REFERENCES station (id),
  member_id     bigint  NOT NULL REFERENCES member (id),
  channel       text    NOT NULL,
  conversation  text    NOT NULL,
  card          text    NOT NULL,
  form          text    NOT NULL,
  number        bigint,                        -- of the record that is changed
  step          integer,
  inputs        text    NOT NULL,              -- by field id, as JSON
  submitted     boolean NOT NULL,              -- it came back with errors, so somebody has filled it in
  touched       text    NOT NULL,              -- UTC, ISO 8601
  dropped       text,                          -- the message that gave it up: done again, it gives up no other
  told          text                           -- the message in whose answer it was said that this has expired
);
CREATE INDEX form_draft_member ON form_draft (member_id, touched);
