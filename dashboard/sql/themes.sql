-- The themes in the order of the codebook.
select id, zh, en from theme order by position
