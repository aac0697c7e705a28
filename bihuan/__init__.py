"""Bihuan (闭环): from a feedback letter to a struck-off finding. ARCHITECTURE.md is the map."""
