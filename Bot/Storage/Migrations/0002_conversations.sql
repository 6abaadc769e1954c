-- Everything that came in, by the channel's own id: a duplicate never acts twice, and what a kill cut off is done after the restart.
CREATE TABLE inbox (
  seq           {identity},
  channel       text    NOT NULL,
  conversation  text    NOT NULL,
  activity_id   text    NOT NULL,
  received      text    NOT NULL,            -- UTC, ISO 8601
  body          text,                        -- the message while it is not yet worked off
  UNIQUE (channel, conversation, activity_id)
);
CREATE INDEX inbox_open ON inbox (seq) WHERE body IS NOT NULL;
CREATE INDEX inbox_received ON inbox (received);

-- Where a card that was sent stands, so that it can be updated.
CREATE TABLE sent_card (
  channel       text NOT NULL,
  conversation  text NOT NULL,
  card          text NOT NULL,
  activity_id   text NOT NULL,
  sent          text NOT NULL,               -- UTC, ISO 8601
  PRIMARY KEY (channel, conversation, card)
);
CREATE INDEX sent_card_sent ON sent_card (sent);

-- The newest address of each conversation.
CREATE TABLE conversation (
  channel       text    NOT NULL,
  conversation  text    NOT NULL,
  channel_id    text    NOT NULL,
  reference     text,
  is_group      boolean NOT NULL,
  greeted       boolean NOT NULL DEFAULT FALSE,
  gone          boolean NOT NULL DEFAULT FALSE,
  PRIMARY KEY (channel, conversation)
);
