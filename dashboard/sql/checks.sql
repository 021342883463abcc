-- The checks of this build and what failed them.
select name, severity, rule, failing from check_result order by name
