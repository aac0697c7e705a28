"""What may be asked of the watch: colours, what is due and for whom, what somebody was told, what waits to be sent."""
