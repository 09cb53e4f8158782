# The program alone, for CI: 8 MB, no shell, nobody's rights.
#   docker build -t spbe-index . && docker run --rm -v "$PWD:/data:ro" spbe-index check assessments
FROM debian:12 AS build
WORKDIR /source
COPY . .
RUN ./quickstart

FROM scratch
COPY --from=build /source/build/release/spbe-index /bin/spbe-index
COPY --from=build /source/LICENSE /source/LICENSES /usr/share/doc/spbe-index/
COPY --from=build /source/data/schema /usr/share/spbe-index/schema
USER 65534:65534
WORKDIR /data
ENTRYPOINT ["/bin/spbe-index"]
