"""Does it come together: settings, pages, the command line?"""
