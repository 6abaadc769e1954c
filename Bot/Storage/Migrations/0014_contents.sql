-- Whether anything refers to stored bytes, and which files nobody made evidence of anything: both are asked of all stations at once.
CREATE INDEX attachment_content ON attachment (hash);
CREATE INDEX ledger_content ON ledger (hash);
CREATE INDEX attachment_unbound ON attachment (received) WHERE number IS NULL;
