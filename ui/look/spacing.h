// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace ui {

/// Around what a page of the dialogs holds, in pixels.
inline constexpr int PageMargin = 18;
/// Between a field and the note below it, in pixels.
inline constexpr int NoteDistance = 4;

} // namespace ui
