"""Harbourlight: a small company on a bad day, set up in an AWS stand-in by boto3."""


def set_up(endpoint, **options):
    """See company.set_up; imported late, because boto3 takes its time."""
    from harbourlight import company

    return company.set_up(endpoint, **options)
