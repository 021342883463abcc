-- Why figures compare with a conversion, indicatively, or not at all.
select id, tier, about, zh, en from gate_reason order by position
