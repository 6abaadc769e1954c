-- Whom something may be sent to unasked: a person, in the personal conversation used last, or a group that asked for the weekly message.
CREATE TABLE push_target (
  id             {identity},
  station_id     bigint  NOT NULL REFERENCES station (id),
  member_id      bigint  NOT NULL REFERENCES member (id),  -- the person; of a group, whoever subscribed it
  is_group       boolean NOT NULL,
  channel        text    NOT NULL,
  conversation   text    NOT NULL,
  weekly         boolean NOT NULL DEFAULT TRUE,
  reminders      boolean NOT NULL DEFAULT TRUE,
  cron           text,                                     -- null: as the configuration says
  paused_from    date,
  paused_until   date,                                     -- the first day on which it is over; null while paused_from is set: until somebody says so
  weekly_from    text    NOT NULL,                         -- wall clock: the occurrence that was recorded last, or since when it is subscribed
  weekly_period  date,                                     -- what was recorded last
  next_weekly    text,                                     -- UTC; null: none to come
  next_reminder  text,                                     -- UTC
  plan           text    NOT NULL,                         -- of which settings and holidays the two follow
  gone_since     text,                                     -- UTC: the channel said that nobody can be reached there
  gone_notice    bigint                                    -- the entry of push_outbox that tells the lead
);
CREATE UNIQUE INDEX push_target_person ON push_target (member_id) WHERE NOT is_group;
CREATE UNIQUE INDEX push_target_group ON push_target (channel, conversation) WHERE is_group;
CREATE INDEX push_target_conversation ON push_target (channel, conversation);
CREATE INDEX push_target_station ON push_target (station_id);
CREATE INDEX push_target_weekly ON push_target (next_weekly);
CREATE INDEX push_target_reminder ON push_target (next_reminder);
CREATE INDEX push_target_plan ON push_target (plan);

-- Days on which a member is away.
CREATE TABLE push_leave (
  id         {identity},
  member_id  bigint NOT NULL REFERENCES member (id),
  first      date   NOT NULL,
  last       date   NOT NULL
);
CREATE INDEX push_leave_member ON push_leave (member_id, last);

-- Who changed what of the above, by which message.
CREATE TABLE push_change (
  id          {identity},
  station_id  bigint NOT NULL REFERENCES station (id),
  member_id   bigint NOT NULL REFERENCES member (id),      -- whose it is
  by_member   bigint NOT NULL REFERENCES member (id),
  at          text   NOT NULL,                             -- UTC
  cause       text   NOT NULL UNIQUE,
  before      text   NOT NULL,
  after       text   NOT NULL
);

-- What is to be sent, and what became of it. The key is what keeps anything from being sent twice.
CREATE TABLE push_outbox (
  id            {identity},
  kind          text    NOT NULL,
  target_id     bigint  NOT NULL REFERENCES push_target (id),
  period        date    NOT NULL,
  station_id    bigint  NOT NULL REFERENCES station (id),
  due           text    NOT NULL,                          -- UTC
  state         text    NOT NULL,
  next_try      text,                                      -- UTC; null: over
  attempts      integer NOT NULL DEFAULT 0,
  owner         text,                                      -- the process that has it in hand, until leased_until (UTC)
  leased_until  text,
  day           date,                                      -- the station's day on which it began to be sent
  channel       text,                                      -- where to, from then on
  conversation  text,
  sent_at       text,                                      -- UTC
  activity_id   text,
  reason        text,
  UNIQUE (kind, target_id, period)
);
CREATE INDEX push_outbox_open ON push_outbox (next_try);
CREATE INDEX push_outbox_day ON push_outbox (target_id, day);
CREATE INDEX push_outbox_station ON push_outbox (station_id, kind, period);
CREATE INDEX push_outbox_due ON push_outbox (due);

-- Whoever has used the browser before; the others are met with their next message. The program plans them at its start.
INSERT INTO push_target (station_id, member_id, is_group, channel, conversation, weekly_from, plan)
  SELECT member.station_id, member.id, FALSE, 'webchat', MAX(conversation.conversation), '', ''
  FROM account JOIN member ON member.id = account.member_id JOIN conversation ON conversation.channel = 'webchat' AND conversation.conversation = 'web-' || account.user_id
  WHERE account.channel = 'webchat' AND member.left_on IS NULL AND NOT conversation.gone
  GROUP BY member.station_id, member.id;
