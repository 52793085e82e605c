"""Celery: tasks run in the process until a broker is set."""

from marketplace.settings.environment import env

CELERY_BROKER_URL = env.str("CELERY_BROKER_URL", "") or "memory://"
CELERY_TASK_ALWAYS_EAGER = CELERY_BROKER_URL == "memory://"
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_DEFAULT_QUEUE = "default"
CELERY_TIMEZONE = "Asia/Ho_Chi_Minh"
CELERY_BEAT_SCHEDULE = {
    "deliver what is due": {"task": "outbox.deliver_due", "schedule": 30.0},
    "drain the index": {"task": "search.drain_dirty", "schedule": 30.0},
    "mark what turns with the day": {"task": "search.mark_turning", "schedule": 86_400.0},
}
