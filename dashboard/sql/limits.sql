-- The thresholds of the gate, by id.
select id, value, zh, en from gate_limit order by position
