"""Brings whole workspaces elsewhere: from one desk to a team, between databases, into a backup and out of it.

Each way goes over a snapshot: a SQLite file of one moment, which is changed where it has to be and put in its place
last, at once. So a way that is broken off leaves nothing half done.
"""
