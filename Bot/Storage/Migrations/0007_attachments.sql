-- Files that came in chat. The bytes stand under Attachments:Path by their hash; the same bytes may have come more than once.
CREATE TABLE attachment (
  id          {identity},
  station_id  bigint  NOT NULL REFERENCES station (id),
  member_id   bigint  NOT NULL REFERENCES member (id),
  cause       text    NOT NULL,              -- of the message that it came with
  place       integer NOT NULL,              -- in that message
  batch       text    NOT NULL,              -- what came in one go, in one message or several, is bound together: the first one's cause
  hash        text    NOT NULL,              -- SHA-256 of the bytes, hex
  type        text    NOT NULL,              -- as the bytes tell, never as the sender says
  size        bigint  NOT NULL,
  name        text    NOT NULL,              -- to show, never a path
  taken       text,                          -- local time of the camera (EXIF), ISO 8601 without zone
  received    text    NOT NULL,              -- UTC, ISO 8601
  number      bigint,                        -- the record that it is evidence of
  kind        integer,                       -- the evidence that it is
  marked      boolean NOT NULL DEFAULT FALSE, -- it brought the record that evidence, which goes with it
  discarded   boolean NOT NULL DEFAULT FALSE,
  UNIQUE (station_id, cause, place),
  FOREIGN KEY (station_id, number) REFERENCES record (station_id, number)
);
CREATE INDEX attachment_record ON attachment (station_id, number);
CREATE INDEX attachment_batch ON attachment (station_id, batch);
CREATE INDEX attachment_member ON attachment (member_id, received);
CREATE INDEX attachment_hash ON attachment (station_id, hash);

-- Signs what leaves the house and comes back: links and tokens, each purpose with a key of its own.
CREATE TABLE signing_key (
  purpose  text NOT NULL PRIMARY KEY,
  secret   text NOT NULL                     -- base64
);
INSERT INTO signing_key (purpose, secret) SELECT 'webchat', secret FROM webchat_key;
DROP TABLE webchat_key;
