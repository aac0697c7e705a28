"""How does a message get outside? By mail, or by a call of a hook. Nothing here touches the database."""
