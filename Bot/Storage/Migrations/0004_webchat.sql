-- What stands in the browser conversations. One counter a conversation: position is its value when the activity came, seq its value when
-- the activity last changed; so an update reaches clients that read on from their watermark, and a replay shows it in its old place.
CREATE TABLE webchat_activity (
  conversation  text   NOT NULL,
  position      bigint NOT NULL,
  seq           bigint NOT NULL,
  activity_id   text   NOT NULL,
  client_id     text,                        -- the browser's own id of a message: a resend is known by it
  body          text   NOT NULL,             -- the activity's JSON
  PRIMARY KEY (conversation, position),
  UNIQUE (conversation, seq),
  UNIQUE (conversation, activity_id),
  UNIQUE (conversation, client_id)
);

-- Signs the browsers' tokens.
CREATE TABLE webchat_key (
  id      integer NOT NULL PRIMARY KEY CHECK (id = 1),
  secret  text    NOT NULL                   -- base64
);
