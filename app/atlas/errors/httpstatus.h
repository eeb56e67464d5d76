// SPDX-License-Identifier: Apache-2.0
#pragma once

/// The HTTP status codes (RFC 9110, section 15; RFC 6585, section 4) that decide what is done.
namespace atlas::httpstatus {

inline constexpr int Ok = 200;
/// The first of those that tell of an error.
inline constexpr int BadRequest = 400;
inline constexpr int Unauthorized = 401;
inline constexpr int PaymentRequired = 402;
inline constexpr int Forbidden = 403;
inline constexpr int NotFound = 404;
inline constexpr int ProxyAuthenticationRequired = 407;
inline constexpr int TooManyRequests = 429;
/// The last that there can be.
inline constexpr int LastError = 599;

} // namespace atlas::httpstatus
