"""OCOP certificates: stars, decision, validity, revocation. The licence of every listing."""
