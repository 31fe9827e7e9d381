# One image for web, worker and beat; the command tells them apart. The Stripe sandbox, which is no
# part of the product, is a target of its own.
FROM python:3.12-slim AS stripe-sandbox
ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1
RUN useradd --system --uid 10001 --home-dir /app holdout \
    && install -d -o holdout -g holdout /app /data /data/stripe
WORKDIR /app
COPY local/__init__.py local/
COPY local/stripe_sandbox local/stripe_sandbox
USER holdout
EXPOSE 12111
CMD ["python", "-m", "local.stripe_sandbox", "--help"]

FROM python:3.12-slim AS libraries
RUN pip install --no-cache-dir uv==0.13.9 && uv venv /opt/holdout
COPY requirements.txt .
RUN uv pip install --no-cache --python /opt/holdout --compile-bytecode -r requirements.txt

FROM python:3.12-slim AS holdout
ENV PATH=/opt/holdout/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    STATIC_ROOT=/app/staticfiles \
    MEDIA_ROOT=/data/media
RUN useradd --system --uid 10001 --home-dir /app holdout \
    && install -d -o holdout -g holdout /app /data /data/media /data/beat /data/mail
COPY --from=libraries /opt/holdout /opt/holdout
WORKDIR /app
COPY manage.py ./
COPY marketplace marketplace
COPY accounts accounts
COPY projects projects
COPY contracts contracts
COPY payments payments
COPY templates templates
COPY static static
# The values are for this command only: collecting files reads settings and needs no server.
RUN SECRET_KEY=$(python -c "import secrets; print(secrets.token_urlsafe(50))") \
    DATABASE_URL=postgres://build REDIS_URL=redis://build \
    STRIPE_SECRET_KEY=sk_test_build STRIPE_WEBHOOK_SECRETS=whsec_build \
    python manage.py collectstatic --no-input --verbosity=0
# Nobody may write beside the code later, and compiling it is a third of a start.
RUN python -m compileall -q .
USER holdout
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(u.Request('http://127.0.0.1:8000/health/', headers={'Host': os.environ['ALLOWED_HOSTS'].split(',')[0]}), timeout=4)"]
CMD ["python", "-m", "marketplace.server", "0.0.0.0:8000"]
