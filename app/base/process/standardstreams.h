// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace base {

/// Has something stand in for those of standard input, output and error that whoever started the
/// program has closed: what is opened next would take their places, and be written to. Writing to
/// standard output still fails then. To be called before anything else is opened.
void fillClosedStreams();

} // namespace base
