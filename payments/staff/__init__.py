from payments.staff import parts, queues, subjects

__all__ = ["parts", "queues", "subjects"]
