# The web process of docker-compose.yml. Built from the same lock as ./run; nothing in it is written at run time.
FROM python:3.13-slim
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /app
COPY requirements/run.txt requirements/run.txt
RUN pip install --no-cache-dir --require-hashes --only-binary :all: -r requirements/run.txt
COPY manage.py pyproject.toml ./
COPY config config
COPY sources sources
COPY profiles profiles
COPY templates templates
COPY static static
COPY fixtures fixtures
# collectstatic needs settings, not a database: the two values are used here and nowhere else.
RUN SECRET_KEY=build DATABASE_URL=postgresql://build/build STATIC_ROOT=/app/var/static \
    python manage.py collectstatic --noinput --verbosity 0
USER nobody
EXPOSE 8000
CMD ["gunicorn", "config.wsgi", "--bind", "0.0.0.0:8000", "--workers", "2", "--threads", "4", "--timeout", "120", \
     "--worker-tmp-dir", "/dev/shm", "--no-control-socket", "--log-level", "warning"]
