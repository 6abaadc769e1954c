-- Few records are plans: what a saved record meets is looked up among these.
CREATE INDEX record_plan ON record (station_id, outcome) WHERE outcome = 'Plan';
