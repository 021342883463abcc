-- The stored text of one article.
select text from source_text where source_id = $source
