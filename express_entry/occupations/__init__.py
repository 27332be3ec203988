"""Occupations: the classification (NOC 2021) and how a job title finds its unit group."""
